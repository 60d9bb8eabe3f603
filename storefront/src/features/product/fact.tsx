/** A line of a product's table. */
export function Fact({ name, value }: { name: string; value: string }) {
    return (
        <div className="flex justify-between gap-6 border-b border-line py-3">
            <dt className="text-muted capitalize">{name}</dt>
            <dd className="text-right first-letter:uppercase">{value}</dd>
        </div>
    );
}
