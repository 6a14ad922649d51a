// What is measured of the reader alone: connects as kubevet does, gathers and reduces all pods, prints how many there were.
import { homedir } from 'node:os';
import { gather } from '../../src/gather/gather.ts';
import { connect } from '../../src/kube/connect.ts';

const [kubeconfig = ''] = process.argv.slice(2);
const reader = await connect({
  env: {},
  homeDirectory: homedir(),
  inputIsTerminal: false,
  userAgent: 'kubevet-bench',
  requestTimeout: 60_000,
  kubeconfig,
});
const snapshot = await gather(reader, ['workload-shapes'], { concurrency: 8, takenAt: undefined, tool: 'bench' });
reader.close();
const shapes = snapshot.resources['workload-shapes'];
if (shapes?.state !== 'whole') throw new Error(`pods were not wholly read: ${JSON.stringify(shapes)}`);
process.stdout.write(`${shapes.value.reduce((sum, { pods }) => sum + pods, 0)}\n`);
