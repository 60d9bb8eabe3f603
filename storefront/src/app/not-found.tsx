import { brand } from '@/lib/brand';

/**
 * For an address that names no language where one has to stand, and has a dot in it, so that the proxy let it pass. Every
 * page brings it along, so it is made of little, and speaks no language.
 */
export default function NotFoundWithoutLanguage() {
    return (
        <html lang="en">
            <body style={{ font: '1rem system-ui', colorScheme: 'light dark' }}>
                <h1>404</h1>
                <a href="/">{brand.name}</a>
            </body>
        </html>
    );
}
