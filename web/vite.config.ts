import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { oneFile } from "./build/one_file.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  logLevel: "warn",
  plugins: [oneFile("page.html")],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    target: "es2022",
    outDir: process.env["SALESIM_PAGE_FOLDER"] ?? "dist",
    emptyOutDir: false,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: fileURLToPath(new URL("src/main.ts", import.meta.url)),
      output: { format: "iife", inlineDynamicImports: true },
    },
  },
});
