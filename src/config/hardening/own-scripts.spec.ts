import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withScripts } from './own-scripts';

const POLICY = "default-src 'none';script-src 'self';img-src 'self'";
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

describe('the policy of a page with scripts of its own', () => {
    it('lets each of them run, as it is', () => {
        const page = '<head><script>let a = 1 < 2;\n</script></head><script>b("<b>")</script>';
        expect(withScripts(POLICY, page)).toBe(
            `default-src 'none';script-src 'self' ${hashOf('let a = 1 < 2;\n')} ${hashOf('b("<b>")')};img-src 'self'`,
        );
    });

    it('stays as it is without one', () => {
        expect(withScripts(POLICY, '<script src="/a.js"></script><p>script</p>')).toBe(POLICY);
    });
});
