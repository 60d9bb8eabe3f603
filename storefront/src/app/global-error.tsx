'use client';

/**
 * When not even the layout could be made there is no language to speak; the three of the shop say the same. Every page
 * brings it along, so it is made of little.
 */
export default function GlobalError({ retry }: { retry: () => void }) {
    return (
        <html lang="en">
            <body style={{ font: '1rem system-ui', colorScheme: 'light dark' }}>
                <main>
                    <h1>We will be back in a moment.</h1>
                    <p lang="de">Wir sind gleich wieder da.</p>
                    <p lang="fr">Nous revenons dans un instant.</p>
                    <button onClick={retry}>Try again</button>
                </main>
            </body>
        </html>
    );
}
