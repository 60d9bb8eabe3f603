import { createHash } from 'node:crypto';
import type { Answer } from '../api/http';

const STYLE = `
:root{color-scheme:light dark;--ground:#f4f5f7;--panel:#fff;--ink:#14171f;--soft:#5b6372;--line:#8a92a1;--key:#3b3bd6;--on-key:#fff;--bad:#b3261e;--note:#fff4d6}
@media (prefers-color-scheme:dark){:root{--ground:#101218;--panel:#1a1d26;--ink:#eef0f5;--soft:#a5adbd;--line:#697184;--key:#a3a5ff;--on-key:#12132b;--bad:#ffb4ab;--note:#3a3115}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:30rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.panel{background:var(--panel);border-radius:.75rem;padding:1.5rem;box-shadow:0 1px 3px #0003}
h1{font-size:1.25rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .25rem}
.amount{font-size:2rem;font-weight:700;margin:0}.soft{color:var(--soft);margin:0}
.note{background:var(--note);border-radius:.5rem;padding:.5rem .75rem;margin:1rem 0}
label{display:block;font-weight:600;margin-top:1rem}
input{width:100%;font:inherit;padding:.625rem .75rem;margin-top:.25rem;border:1px solid var(--line);border-radius:.5rem;background:transparent;color:inherit}
input[aria-invalid]{border-color:var(--bad)}
.problem{color:var(--bad);margin:.25rem 0 0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
button{width:100%;font:inherit;font-weight:600;padding:.75rem;margin-top:1.25rem;border:1px solid var(--key);border-radius:.5rem;background:var(--key);color:var(--on-key);cursor:pointer}
button.second{background:transparent;color:inherit;border-color:var(--line);margin-top:.75rem}
a{color:var(--key)}:focus-visible{outline:3px solid var(--key);outline-offset:2px}
.back{display:inline-block;margin-top:1.25rem}
dl{margin:.5rem 0 0}dl div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.25rem 0}
dt{font-family:ui-monospace,monospace}dd{margin:0;color:var(--soft)}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The page's frame. @param body - HTML, with everything from outside escaped. */
export function page(lang: string, title: string, body: string): string {
    return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
    return text.replaceAll(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** No script runs and nothing is loaded: what is typed here goes nowhere else. */
export function html(status: number, body: string): Answer {
    return {
        status,
        headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
            'Referrer-Policy': 'no-referrer',
            'X-Content-Type-Options': 'nosniff',
        },
        body,
    };
}

/** After a form: the browser goes on with GET, and going back does not send the form again. */
export function redirect(location: string): Answer {
    return { status: 303, headers: { Location: location }, body: '' };
}
