import { describe, expect, it } from 'vitest';
import { cleanHtml } from './clean-html';

describe('rich text', () => {
    it('keeps headings, lists, tables and links', () => {
        const html =
            '<h2>Terms</h2><p>We <strong>deliver</strong> to <a href="/legal/shipping">you</a>.</p><ul><li>One</li></ul>' +
            '<table><tbody><tr><th colspan="2">A</th></tr></tbody></table>';
        expect(cleanHtml(html)).toBe(html);
    });

    it('makes room for the page’s own heading', () => {
        expect(cleanHtml('<h1>Terms</h1>')).toBe('<h2>Terms</h2>');
    });

    it.each([
        ['<script>alert(1)</script>Hi', 'Hi'],
        ['<p onclick="alert(1)" style="position:fixed" class="x">Hi</p>', '<p>Hi</p>'],
        ['<img src=x onerror=alert(1)>Hi', 'Hi'],
        ['<svg><script>alert(1)</script></svg>Hi', 'Hi'],
        ['<iframe src="https://evil.example"></iframe>Hi', 'Hi'],
        ['<a href="javascript:alert(1)">Hi</a>', '<a>Hi</a>'],
        ['<a href="java&#x09;script:alert(1)">Hi</a>', '<a>Hi</a>'],
        ['<a href="//evil.example">Hi</a>', '<a>Hi</a>'],
        ['<a href="/\\evil.example">Hi</a>', '<a>Hi</a>'],
        ['<a href="lamps">Hi</a>', 'Hi'],
        ['<a href="data:text/html,x">Hi</a>', '<a>Hi</a>'],
        ['<form action="/x"><input name="card">Hi</form>', 'Hi'],
        ['<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>Hi', 'Hi'],
        ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ])('leaves out what is harmful in %s', (html, clean) => {
        expect(cleanHtml(html)).toBe(clean);
    });
});
