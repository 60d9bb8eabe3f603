/** Called by Next.js once, before the server answers anything. Development and other runtimes are left as they are. */
export async function register(): Promise<void> {
    if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NODE_ENV === 'production') {
        const { deliver } = await import('@/lib/delivery/deliver');
        deliver();
    }
}
