import 'server-only';
import { ImageResponse } from 'next/og';
import { storefrontEnv } from '@/lib/env';

/** What networks show a picture at, in pixels. */
const size = { width: 1200, height: 630 };
const photoWidth = 560;

/** The tokens of the light theme, which a picture has no way to choose. */
const colours = { paper: '#faf8f3', ink: '#1d211c', muted: '#5d6158', sale: '#9a3d1f', surface: '#f0ece2' };

interface Shown {
    readonly name: string;
    readonly shop: string;
    readonly tagline: string;
    /** Address of the photograph's preview, as the Shop API gives it. */
    readonly preview: string | undefined;
}

/** A PNG for where somebody shares a product. It shows no price, which would be wrong there sooner or later. */
export async function sharePicture({ name, shop, tagline, preview }: Shown): Promise<Buffer> {
    const photo = preview && (await readPhoto(preview));
    const drawn = new ImageResponse(
        <div style={{ display: 'flex', width: '100%', height: '100%', background: colours.paper }}>
            <div style={{ display: 'flex', width: photoWidth, background: colours.surface }}>
                {photo && <img src={photo} alt="" width={photoWidth} height={size.height} />}
            </div>
            <div
                style={{
                    display: 'flex',
                    flexDirection: 'column',
                    justifyContent: 'space-between',
                    width: size.width - photoWidth,
                    padding: 64,
                    color: colours.ink,
                }}
            >
                <div style={{ display: 'flex', fontSize: 40 }}>
                    {shop}
                    <span style={{ color: colours.sale }}>.</span>
                </div>
                <div style={{ display: 'flex', fontSize: name.length > 40 ? 52 : 68, lineHeight: 1.1 }}>
                    {name.slice(0, 90)}
                </div>
                <div style={{ display: 'flex', fontSize: 28, color: colours.muted }}>{tagline}</div>
            </div>
        </div>,
        size,
    );
    return Buffer.from(await drawn.arrayBuffer());
}

/** @returns It as a data address, or `undefined` when it can't be had: the picture does without. */
async function readPhoto(preview: string): Promise<string | undefined> {
    try {
        // From where this process reaches the server, which may be elsewhere than where browsers do.
        const address = new URL(new URL(preview).pathname, storefrontEnv().shopApiUrl);
        address.search = new URLSearchParams({
            ...{ w: String(photoWidth), h: String(size.height) },
            ...{ mode: 'crop', format: 'jpg' },
        }).toString();
        const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
        const photo = Buffer.from(await response.arrayBuffer());
        return response.ok ? `data:image/jpeg;base64,${photo.toString('base64')}` : undefined;
    } catch {
        return undefined;
    }
}
