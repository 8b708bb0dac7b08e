import { defineConfig } from 'vitest/config';

// The report becomes one script and one style sheet, which the output `html` puts into one file.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'target/web/dev/backbeat/ui',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    cssCodeSplit: false,
    reportCompressedSize: false,
    lib: {
      entry: 'src/report/main.tsx',
      formats: ['iife'],
      name: 'backbeatReport',
      fileName: () => 'report.js',
      cssFileName: 'report',
    },
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
