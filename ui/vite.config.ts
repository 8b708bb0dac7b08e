import type { UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

// The report becomes one script and one style sheet, which the output `html` puts into one file.
const report: UserConfig['build'] = {
  outDir: 'target/web/dev/backbeat/ui',
  emptyOutDir: true,
  cssCodeSplit: false,
  lib: {
    entry: 'src/report/main.tsx',
    formats: ['iife'],
    name: 'backbeatReport',
    fileName: () => 'report.js',
    cssFileName: 'report',
  },
};

// The dashboard becomes files whose names change with what they hold, and a manifest, from which the server knows them.
const dashboard: UserConfig['build'] = {
  outDir: 'target/web/dev/backbeat/ui/dashboard',
  emptyOutDir: true,
  manifest: 'manifest.json',
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  rollupOptions: { input: 'src/dashboard/main.tsx' },
};

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  base: '/',
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    reportCompressedSize: false,
    ...(mode === 'dashboard' ? dashboard : report),
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
}));
