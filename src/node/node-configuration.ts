import type { LogFormat, LogLevel } from '../telemetry/log.ts';
import type { NodeSettings } from './settings.ts';

/**
 * Everything a node was told, checked and with every default filled in. Made by `configurationOf` or
 * `loadConfiguration`; what each option means stands with the schema in `configuration.ts`.
 */
export interface NodeConfiguration extends NodeSettings {
  readonly dataDirectory: string;
  /** Multiaddrs to listen at. */
  readonly listen: readonly string[];
  /** Multiaddrs to tell others; empty: those listened at. */
  readonly announce: readonly string[];
  readonly clientHost: string;
  /** 0: any free one. */
  readonly clientPort: number;
  readonly tls: TlsConfiguration;
  readonly access: AccessConfiguration;
  /** Bytes that all clients together may make this peer hold. */
  readonly clientMemoryBytes: number;
  readonly adminHost: string;
  readonly adminPort: AdminPort;
  readonly log: LogConfiguration;
  readonly otel: OtelConfiguration;
}

/** 0: any free one; auto: 200 above the client port where that is free, else any free one; off: none. */
export type AdminPort = number | 'auto' | 'off';

/** What the peer writes to its log, and how. */
export interface LogConfiguration {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** From which time on a request is told of as slow; 0: none. */
  readonly slowRequestMs: number;
}

/** Where traces go. */
export interface OtelConfiguration {
  readonly enabled: boolean;
  /** Base address of an OTLP/HTTP collector; empty: OpenTelemetry's own environment variables say. */
  readonly endpoint: string;
  /** Of the requests without a trace, the share that one is begun for, 0..1. */
  readonly ratio: number;
}

/** Who may come in through the doors for clients and operators. */
export interface AccessConfiguration {
  /** Path of the file with the tokens; empty: everybody may. */
  readonly tokensFile: string;
  /** Whether everybody may even where other machines reach them. */
  readonly insecure: boolean;
}

/** Files, PEM, for TLS on the client port; empty paths: none. */
export interface TlsConfiguration {
  readonly certFile: string;
  readonly keyFile: string;
  /** Of whoever must have signed the certificates of clients. */
  readonly clientCaFile: string;
}
