/** Our colours of the moment, as CSS colours. */
export interface MailColours {
  readonly dark: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly meta: string;
  readonly line: string;
  readonly accent: string;
}

/** White paper, whatever the window looks like. */
const PAPER: MailColours = {
  dark: false,
  paper: '#ffffff',
  ink: '#1d1c1a',
  meta: '#6a665e',
  line: '#8b867b',
  accent: '#0a5b67',
};

/** A mail's parts, sanitised. */
export interface MailPage {
  /** Its body, whole. */
  readonly body: string;
  readonly css: string;
  /** It chose backgrounds: it is shown as it was made, on white (decision 0120). */
  readonly paints: boolean;
}

/** Returns the document of the frame. `colours` are our own. */
export function framePage({ body, css, paints }: MailPage, colours: MailColours): string {
  const look = paints ? PAPER : colours;
  return `<!doctype html><html><head><meta charset="utf-8"><title></title><style>${ground(look)}</style><style>${css}</style><style>${last(look, !paints && colours.dark)}</style></head>${body}</html>`;
}

/** What holds unless the mail says otherwise. The shell counts on the height of the scroll bar. */
const ground = ({ dark, paper, ink, line, accent }: MailColours): string => `
:root { color-scheme: ${dark ? 'dark' : 'light'}; background: ${paper}; }
body { margin: 0; padding: 12px; color: ${ink}; font: 14px/20px system-ui, sans-serif; }
a[href] { color: ${accent}; }
p { margin: 0 0 12px; }
pre { white-space: pre-wrap; }
blockquote { margin: 8px 0 8px 4px; padding-left: 12px; border-left: 2px solid; }
::-webkit-scrollbar { width: 10px; height: 10px; }
::-webkit-scrollbar-thumb { border: 3px solid transparent; border-radius: 5px; background: ${line} content-box; }
`;

/**
 * What holds whatever the mail says: importance within a layer is stronger than importance outside.
 * The body is as high as what it holds, and the truth about a link stays to be seen.
 */
const last = (look: MailColours, inOurColours: boolean): string => `
@layer {
html, body { height: auto !important; min-height: 0 !important; max-height: none !important; visibility: visible !important; opacity: 1 !important; }
html { display: block !important; width: auto !important; margin: 0 !important; padding: 0 !important; overflow: auto !important; }
body { display: flow-root !important; overflow: visible !important; overflow-wrap: anywhere; }
img { max-width: 100% !important; }
${inOurColours ? ourColours(look) : ''}
.riscontro-picture { display: inline-block !important; box-sizing: border-box !important; max-width: 100% !important; min-width: 16px !important; min-height: 16px !important; padding: 2px 6px !important; border: 1px dashed ${look.line} !important; border-radius: 4px !important; color: ${look.meta} !important; background: none !important; font: 12px/16px system-ui, sans-serif !important; overflow: hidden !important; vertical-align: bottom !important; white-space: normal !important; text-align: left !important; }
.riscontro-truth { display: inline-block !important; max-width: 100% !important; overflow-wrap: break-word !important; visibility: visible !important; opacity: 1 !important; float: none !important; margin: 0 2px !important; padding: 0 4px !important; border: 1px solid #a86200 !important; border-radius: 4px !important; color: #7d4a00 !important; background: #faeccf !important; font: 12px/16px system-ui, sans-serif !important; letter-spacing: normal !important; text-indent: 0 !important; text-transform: none !important; text-decoration: none !important; white-space: normal !important; width: auto !important; height: auto !important; }
}`;

/** A letter without backgrounds is read in the window's dark look; its pictures keep white ground. */
const ourColours = ({ ink, line, accent }: MailColours): string => `
*, *::before, *::after { color: inherit !important; background-color: transparent !important; border-color: ${line} !important; text-shadow: none !important; }
body { color: ${ink} !important; }
a[href] { color: ${accent} !important; }
img { background-color: #ffffff !important; }
`;
