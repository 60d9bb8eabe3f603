'use client';

import './globals.css';

/** When not even the layout could be made there is no language to speak; the three of the shop say the same. */
export default function GlobalError({ reset }: { reset: () => void }) {
    return (
        <html lang="en">
            <body className="grid min-h-dvh place-items-center p-6 text-center">
                <main>
                    <h1 className="display text-3xl">We will be back in a moment.</h1>
                    <p className="mt-4 text-muted" lang="de">
                        Wir sind gleich wieder da.
                    </p>
                    <p className="mt-1 text-muted" lang="fr">
                        Nous revenons dans un instant.
                    </p>
                    <button type="button" onClick={reset} className="mt-8 underline underline-offset-4">
                        Try again
                    </button>
                </main>
            </body>
        </html>
    );
}
