import { fetchMailLink } from '@/features/privacy/mail-link';
import { fetchFileAsShopper } from '@/lib/vendure/client';

/** The file that a mailed link leads to, passed on from the server, which asks again whether it may be had. */
export async function GET(request: Request): Promise<Response> {
    const token = new URL(request.url).searchParams.get('token');
    const download = (await fetchMailLink(token ?? undefined))?.request?.download;
    const file = download && (await fetchFileAsShopper(download.path));
    if (!file?.ok) {
        return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
    }
    return new Response(file.body, {
        headers: {
            'content-type': 'application/zip',
            'content-disposition': 'attachment; filename="your-data.zip"',
            'cache-control': 'no-store',
        },
    });
}
