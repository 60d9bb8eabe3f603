import type { Plugin } from 'vite';

const NAME = 'EFI Commerce';

/** Gives the Dashboard's page our name and icon in place of its vendor's; the page itself comes from the package. */
export function branding(): Plugin {
    return {
        name: 'efi:branding',
        transformIndexHtml: { order: 'pre', handler: brandPage },
        transform: {
            order: 'pre',
            handler: (code, id) => (id.endsWith('/use-page-title.ts') ? brandTitle(code) : null),
        },
    };
}

function brandPage(html: string): string {
    return html
        .replace(/<link rel="icon"[^>]*>/, '<link rel="icon" type="image/svg+xml" href="/favicon.svg" />')
        .replace(/(<meta name="description" content=")[^"]*/, `$1${NAME} administration`)
        .replace(/(<meta name="author" content=")[^"]*/, `$1${NAME}`)
        .replace(
            '</head>',
            `    <meta name="robots" content="noindex" />\n    <title>${NAME}</title>\n</head>`,
        );
}

/** The Dashboard ends each page's title with a constant, and has no option for it. */
function brandTitle(code: string): string {
    const constant = "const DEFAULT_TITLE = 'Vendure';";
    if (!code.includes(constant)) {
        throw new Error('The Dashboard names its pages in another way now: adapt branding.mts.');
    }
    return code.replace(constant, `const DEFAULT_TITLE = '${NAME}';`);
}
