/** What `work` resolves to, or undefined when that takes longer than `ms` milliseconds. Its failure stays a failure. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>(resolve => {
        timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
    });
    try {
        return await Promise.race([work, late]);
    } finally {
        clearTimeout(timer);
    }
}
