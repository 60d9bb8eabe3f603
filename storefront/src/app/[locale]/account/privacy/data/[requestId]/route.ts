import { fetchPrivacyRequests } from '@/features/privacy/privacy-requests';
import { fetchFileAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

interface Context {
    readonly params: Promise<{ requestId: string }>;
}

const notFound = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The file with the signed-in customer's data, passed on from the server, which asks again whose it is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
    const [{ requestId }, customer] = await Promise.all([params, fetchCurrentCustomer()]);
    const requests = customer ? await fetchPrivacyRequests() : [];
    const download = requests.find(({ id }) => id === requestId)?.download;
    const file = download && (await fetchFileAsShopper(download.path));
    if (!file?.ok) {
        return notFound();
    }
    return new Response(file.body, {
        headers: {
            'content-type': 'application/zip',
            'content-disposition': 'attachment; filename="your-data.zip"',
            'cache-control': 'no-store',
        },
    });
}
