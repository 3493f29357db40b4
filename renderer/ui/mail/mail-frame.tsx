import { useRef, useState, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { useHeight } from '../../lib/mail-html/use-height.ts';
import { useMail, type MailBody, type RemotePictures } from '../../lib/mail-html/use-mail.ts';
import { Button } from '../button/button.tsx';
import { cx } from '../cx.ts';
import { MailText } from './mail-text.tsx';
import { RemoteLine } from './remote-line.tsx';
import styles from './mail.module.css';

/** A mail that is higher is folded; equal to the height in the style sheet. */
const FOLD_PX = 640;
/** What is hardly longer is not worth a button. */
const SPARE_PX = 160;

const NONE: RemotePictures = new Map();

export interface MailFrameProps {
  /** Kept by the caller: another object is another mail. */
  readonly body: MailBody;
  /** Whose mail it is, in words: the name of the frame. */
  readonly label: string;
  /** Fetches pictures from elsewhere; rejects never. Called once a person asked. */
  readonly loadRemoteImages: (urls: readonly string[]) => Promise<RemotePictures>;
}

/**
 * A mail as its sender made it, in a frame that can do nothing but be looked at, or its plain text
 * where there is no HTML or none that can be shown. A part of its own per mail: give it a key.
 */
export function MailFrame({ body, label, loadRemoteImages }: MailFrameProps): ReactElement {
  const [remote, setRemote] = useState(NONE);
  const mail = useMail(body, remote);
  if (mail.state === 'text') return <MailText text={body.text} />;
  if (mail.state === 'preparing') return <div className={styles['preparing']} aria-busy />;
  return (
    <>
      <RemoteLine
        urls={mail.remoteImages}
        loaded={remote}
        load={async (urls) => setRemote(new Map([...remote, ...(await loadRemoteImages(urls))]))}
      />
      <Sheet url={mail.url} label={label} />
    </>
  );
}

function Sheet({ url, label }: { readonly url: string; readonly label: string }): ReactElement {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isWhole, setWhole] = useState(false);
  const height = useHeight(frame, url);
  const isLong = height > FOLD_PX + SPARE_PX;
  return (
    <>
      <div className={cx(styles['sheet'], isLong && !isWhole && styles['folded'])}>
        <iframe
          // A frame of its own per document: none ever leads from one mail to the next.
          key={url}
          ref={frame}
          className={styles['frame']}
          title={label}
          src={url}
          sandbox="allow-popups"
          referrerPolicy="no-referrer"
          height={height}
        />
      </div>
      {isLong ? (
        <Button
          look="link"
          label={t(isWhole ? 'mail.fold' : 'mail.unfold')}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        />
      ) : null}
    </>
  );
}
