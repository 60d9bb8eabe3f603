/** Values of a statement under construction. */
export class SqlValues {
    readonly values: unknown[] = [];

    /** @returns what stands for the value in the statement. */
    add(value: unknown): string {
        this.values.push(value);
        return `$${this.values.length}`;
    }
}
