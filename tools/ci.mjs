// What CI runs: the README's second command, with the tests' own count read back from vitest's report.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const REPORT = 'output/vitest.json';
const SYSTEM_PACKAGES = ['chromium', 'libreoffice-calc', 'poppler-utils'];

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status ?? 1;

/** A browser and an office suite for the tests that drive them; without them those tests say that they are skipped. */
function installSystemPackages() {
  if (existsSync('/usr/bin/chromium') && existsSync('/usr/bin/soffice')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...SYSTEM_PACKAGES], env);
}

function counted() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites };
}

rmSync(REPORT, { force: true });
installSystemPackages();
const steps = [
  ['npm', ['ci', '--no-audit', '--no-fund']],
  ['npm', ['test'], { OPED_TEST_REPORT: REPORT }],
];
let failedSteps = 0;
for (const [command, args, env] of steps) {
  if (failedSteps > 0) break;
  if (run(command, args, env) !== 0) failedSteps++;
}
const { passed, failed } = counted();
const failures = Math.max(failed, failedSteps);
console.log(`${passed} passed, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
