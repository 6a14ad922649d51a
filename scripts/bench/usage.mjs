// Preloaded into every measured program: says at its end what it took, in the file that KUBEVET_USAGE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 };
  writeFileSync(process.env.KUBEVET_USAGE, JSON.stringify(usage));
});
