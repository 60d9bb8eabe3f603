const marked = new WeakSet<object>();

/** Marks a Nest interceptor that lets everything pass as it is but mutations: a query may go without it. */
export const OfMutations = (): ClassDecorator => type => void marked.add(type);

/** Whether an interceptor was marked by {@link OfMutations}. */
export function isOfMutations(interceptor: object): boolean {
    return marked.has(interceptor.constructor);
}
