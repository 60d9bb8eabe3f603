import { fetchPaymentStatus } from '@/features/checkout/payment-queries';

interface Context {
    readonly params: Promise<{ intentId: string }>;
}

/** What the payment's page asks for again and again, much smaller than the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
    const status = await fetchPaymentStatus((await params).intentId);
    return Response.json({ state: status?.state ?? null }, { headers: { 'cache-control': 'no-store' } });
}
