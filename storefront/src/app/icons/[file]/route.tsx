import { ImageResponse } from 'next/og';
import { brandIcon } from '@/lib/brand';

/** Drawn while building, each in the pixels that its name says. */
const pictures: Readonly<Record<string, number>> = { '180.png': 180, '192.png': 192, '512.png': 512 };

export const dynamicParams = false;

export function generateStaticParams() {
    return ['icon.svg', ...Object.keys(pictures)].map(file => ({ file }));
}

/** The shop's sign for tabs, home screens and search engines. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
    const pixels = pictures[(await params).file];
    if (!pixels) {
        return new Response(brandIcon('tile'), { headers: { 'content-type': 'image/svg+xml' } });
    }
    const source = `data:image/svg+xml,${encodeURIComponent(brandIcon('full'))}`;
    return new ImageResponse(<img src={source} alt="" width={pixels} height={pixels} />, {
        width: pixels,
        height: pixels,
    });
}
