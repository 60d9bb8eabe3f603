/** What `/dashboard` shows before the Dashboard has been built. */
export const missingBuildPage = `<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>The Dashboard is not built</title>
        <style>
            body { font: 16px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; }
            code { display: block; padding: 0.75rem 1rem; border: 1px solid #8885; border-radius: 0.5rem; }
        </style>
    </head>
    <body>
        <h1>The Dashboard is not built</h1>
        <p>The server runs, and its admin API answers. Build the Dashboard once, and this page becomes it:</p>
        <code>npm run build -w admin-ui-extensions</code>
        <p><code>npm start</code> builds it by itself.</p>
    </body>
</html>
`;
