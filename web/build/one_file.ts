import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Where the program puts the document: `salesim report` replaces what stands between these tags. */
const holder = '<script type="application/json" id="salesim-data"></script>';

/** The hash by which a Content-Security-Policy allows an inline script or style. */
function allowed(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** Text that may stand between `<script>` and `</script>`: in strings `<\/` means what `</` means. */
function inline(code: string): string {
  return code.replace(/<\/(script|style)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

/**
 * Makes one HTML file of the script and the styles that were built: nothing is loaded, and only what was built here runs.
 *
 * The policy allows this script and this style by their hashes, pictures made in the page itself, and nothing else.
 */
export function oneFile(name: string): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      let script = "";
      let style = "";
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === "chunk") script += inline(part.code.trim());
        else style += String(part.source).trim();
        delete bundle[file];
      }
      const policy = [
        "default-src 'none'",
        `script-src ${allowed(script)}`,
        `style-src ${allowed(style)}`,
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>salesim</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
${holder}
<script>${script}</script>
</body>
</html>
`;
      this.emitFile({ type: "asset", fileName: name, source: html });
    },
  };
}
