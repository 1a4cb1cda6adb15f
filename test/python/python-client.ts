import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = import.meta.dirname;
const protoFolder = join(here, '../../proto');

/** Debian's own interpreter, for which python3-protobuf is packaged together with protoc. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** What `exercise.py` reports. */
export interface PythonReport {
  readonly checked: readonly string[];
  /** 0..99: the order in which the answers to a hundred pipelined gets came; the key of number 0 has `slow` in it. */
  readonly answerOrder: readonly number[];
}

/** Why the Python client can't be run on this machine; undefined where it can. */
export async function pythonClientObstacle(): Promise<string | undefined> {
  try {
    await run('protoc', ['--version']);
  } catch {
    return 'protoc is missing (apt-get install protobuf-compiler)';
  }
  try {
    await run(PYTHON, ['-c', 'import google.protobuf']);
  } catch {
    return `${PYTHON} has no protobuf package (apt-get install python3-protobuf)`;
  }
  return undefined;
}

/**
 * Compiles proto/ for Python into a temporary folder and exercises the peer at this client address from there.
 * @throws Error with what the program said, where a check failed
 */
export async function runPythonClient(address: string): Promise<PythonReport> {
  const generated = await mkdtemp(join(tmpdir(), 'starling-python-'));
  try {
    const protos = await readdir(join(protoFolder, 'starling/v1'));
    const files = protos.map((name) => join(protoFolder, 'starling/v1', name));
    await run('protoc', [`--proto_path=${protoFolder}`, `--python_out=${generated}`, ...files]);
    const env = { ...process.env, PYTHONPATH: generated, PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout } = await run(PYTHON, [join(here, 'exercise.py'), address], { env, timeout: 60_000 });
    return JSON.parse(stdout) as PythonReport;
  } finally {
    await rm(generated, { recursive: true });
  }
}
