import 'server-only';
import { ImageResponse } from 'next/og';
import { brand } from '@/lib/brand';
import { storefrontEnv } from '@/lib/env';
import { pictureSize } from './open-graph';

const photoWidth = 560;

/** Of the light appearance: a picture has no way to choose. */
const colourOf = (name: 'paper' | 'surface' | 'ink' | 'muted' | 'sale') => brand.colours[name][0];

export interface Shared {
    /** What is shared: the name of a product or of a page, or of the shop its tagline. */
    readonly name: string;
    /** Address of the photograph's preview, as the Shop API gives it. */
    readonly preview: string | undefined;
}

/** A PNG for where somebody shares a page. It shows no price, which would be wrong there sooner or later. */
export async function sharePicture({ name, preview }: Shared, tagline: string): Promise<Buffer> {
    const photo = preview && (await readPhoto(preview));
    const drawn = new ImageResponse(
        <div style={{ display: 'flex', width: '100%', height: '100%', background: colourOf('paper') }}>
            <div style={{ display: 'flex', width: photoWidth, background: colourOf('surface') }}>
                {photo && <img src={photo} alt="" width={photoWidth} height={pictureSize.height} />}
            </div>
            <div
                style={{
                    display: 'flex',
                    flexDirection: 'column',
                    justifyContent: 'space-between',
                    width: pictureSize.width - photoWidth,
                    padding: 64,
                    color: colourOf('ink'),
                }}
            >
                <div style={{ display: 'flex', fontSize: 40 }}>
                    {brand.name}
                    <span style={{ color: colourOf('sale') }}>.</span>
                </div>
                <div style={{ display: 'flex', fontSize: name.length > 40 ? 52 : 68, lineHeight: 1.1 }}>
                    {name.slice(0, 90)}
                </div>
                <div style={{ display: 'flex', fontSize: 28, color: colourOf('muted') }}>
                    {tagline === name ? '' : tagline}
                </div>
            </div>
        </div>,
        pictureSize,
    );
    return Buffer.from(await drawn.arrayBuffer());
}

/** @returns It as a data address, or `undefined` when it can't be had: the picture does without. */
async function readPhoto(preview: string): Promise<string | undefined> {
    try {
        // From where this process reaches the server, which may be elsewhere than where browsers do.
        const address = new URL(new URL(preview).pathname, storefrontEnv().shopApiUrl);
        address.search = new URLSearchParams({
            ...{ w: String(photoWidth), h: String(pictureSize.height) },
            ...{ mode: 'crop', format: 'jpg' },
        }).toString();
        const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
        const photo = Buffer.from(await response.arrayBuffer());
        return response.ok ? `data:image/jpeg;base64,${photo.toString('base64')}` : undefined;
    } catch {
        return undefined;
    }
}
