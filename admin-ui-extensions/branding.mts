import type { Plugin } from 'vite';

/** Gives the Dashboard's page our name and icon in place of its vendor's; the page itself comes from the package. */
export function branding(): Plugin {
    return {
        name: 'efi:branding',
        transformIndexHtml: {
            order: 'pre',
            handler: html =>
                html
                    .replace(
                        /<link rel="icon"[^>]*>/,
                        '<link rel="icon" type="image/svg+xml" href="/favicon.svg" />',
                    )
                    .replace(/(<meta name="description" content=")[^"]*/, '$1EFI Commerce administration')
                    .replace(/(<meta name="author" content=")[^"]*/, '$1EFI Commerce')
                    .replace(
                        '</head>',
                        '    <meta name="robots" content="noindex" />\n    <title>EFI Commerce</title>\n</head>',
                    ),
        },
    };
}
