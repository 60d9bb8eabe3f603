/**
 * @typedef {object} SummaryRow
 * @property {string} name
 * @property {string} value
 */

/**
 * One table with a heading over each group of rows.
 *
 * @param {readonly { heading: string, rows: readonly SummaryRow[] }[]} groups
 * @returns {string}
 */
export function summaryTable(groups) {
    const filled = groups.filter(group => group.rows.length > 0);
    const rows = filled.flatMap(group => group.rows);
    const nameWidth = Math.max(
        ...rows.map(row => row.name.length),
        ...filled.map(group => group.heading.length),
    );
    const valueWidth = Math.max(...rows.map(row => row.value.length));
    const lines = filled.map(({ heading, rows: own }) => [
        row(heading, ''),
        ...own.map(({ name, value }) => row(`  ${name}`, value)),
    ]);
    const rule = '─'.repeat(nameWidth + valueWidth + 6);
    return [`┌${rule}┐`, lines.map(group => group.join('\n')).join(`\n├${rule}┤\n`), `└${rule}┘`].join('\n');

    /**
     * @param {string} name
     * @param {string} value
     */
    function row(name, value) {
        return `│ ${name.padEnd(nameWidth + 2)}  ${value.padEnd(valueWidth)} │`;
    }
}
