import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['test/3-annotate/*.test.ts'], maxWorkers: 1, testTimeout: 60000 } });
