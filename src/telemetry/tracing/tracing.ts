import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timers } from '../../base/timers.ts';
import type { Span, SpanStart, Tracer } from '../../base/tracing.ts';
import type { TracingEvents } from './events.ts';
import { OpenTelemetryTracer } from './open-telemetry.ts';
import { SpanQueue } from './span-queue.ts';

export interface TracingOptions {
  /** Base address of an OTLP/HTTP collector; empty: what OTEL_EXPORTER_OTLP_ENDPOINT says, else http://localhost:4318. */
  readonly endpoint: string;
  /** Of the requests that belong to no trace, the share that is traced, 0..1. */
  readonly ratio: number;
  readonly cluster: string;
  readonly version: string;
  readonly timers: Timers;
  readonly events: TracingEvents;
}

/** OpenTelemetry's implementation, which is loaded only where somebody wants it, and sends what it records to a collector. */
export class Tracing implements Tracer {
  readonly #options: TracingOptions;
  readonly #sdk: Sdk;
  readonly #queue: SpanQueue;
  readonly #exporter: InstanceType<Sdk['OTLPTraceExporter']>;
  #tracer: OpenTelemetryTracer | undefined;

  private constructor(options: TracingOptions, sdk: Sdk) {
    this.#options = options;
    this.#sdk = sdk;
    const { endpoint } = options;
    this.#exporter = new sdk.OTLPTraceExporter({
      timeoutMillis: LIMITS.spanExportMs,
      ...(endpoint === '' ? {} : { url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    });
    this.#queue = new SpanQueue(this.#exporter, options.timers, options.events);
  }

  /** @throws StarlingError CONFIGURATION where OpenTelemetry isn't installed */
  static async load(options: TracingOptions): Promise<Tracing> {
    return new Tracing(options, await loadSdk());
  }

  /** Records from now on, as the peer with this id. */
  start(peer: string): void {
    const { TracerProvider, ParentBasedSampler, TraceIdRatioBasedSampler } = this.#sdk;
    const { defaultResource, resourceFromAttributes, detectResources, envDetector } = this.#sdk;
    const { cluster, version, ratio } = this.#options;
    const own = resourceFromAttributes({
      'service.name': 'starling',
      'service.version': version,
      'service.instance.id': peer,
      'starling.cluster': cluster,
    });
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word, as everywhere.
    const told = detectResources({ detectors: [envDetector] });
    const provider = new TracerProvider({
      resource: defaultResource().merge(own).merge(told),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [this.#queue],
    });
    this.#tracer = new OpenTelemetryTracer(provider.getTracer('starling-kv', version), ratio > 0);
  }

  begin(name: string, start: SpanStart): Span | undefined {
    return this.#tracer?.begin(name, start);
  }

  /** Sends what is recorded, for LIMITS.tracingStopMs at most. Never rejects. */
  async stop(): Promise<void> {
    await this.#queue.shutdown();
    await this.#exporter.shutdown();
  }
}

type Sdk = Awaited<ReturnType<typeof importSdk>>;

async function importSdk() {
  const [sdk, exporter, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  return { ...sdk, ...exporter, ...resources };
}

async function loadSdk(): Promise<Sdk> {
  try {
    return await importSdk();
  } catch (error) {
    throw new StarlingError(
      'CONFIGURATION',
      `otel.enabled is true, and OpenTelemetry can't be loaded (${toStarlingError(error).message}): install the optional dependencies of ` +
        'this package, or leave it off',
      {},
      error,
    );
  }
}
