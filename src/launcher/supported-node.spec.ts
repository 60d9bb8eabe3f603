import { describe, expect, it } from 'vitest';
import { nodeProblem } from './supported-node.mjs';

describe('nodeProblem', () => {
    it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', version => {
        expect(nodeProblem(version)).toBeUndefined();
    });

    it.each(['12.22.0', '18.20.4', '20.18.9'])('refuses %s and says what to install', version => {
        expect(nodeProblem(version)).toContain(`this is Node ${version}, and 20.19 or later is needed`);
    });
});
