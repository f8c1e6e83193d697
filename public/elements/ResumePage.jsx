// A page of a resume with the lines a claim rests on marked: the picture where the lines have places, else the text.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { Check, ChevronLeft, ChevronRight, Copy, FileText, Image, LoaderCircle, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRecoilState } from 'recoil';

import { sideViewState } from '@chainlit/react-client';

const WORDS = {
  zh: {
    marked: '标出的行',
    copy: '复制原文',
    copied: '已复制',
    previous: '上一页',
    next: '下一页',
    page: '第 {n} / {pages} 页',
    asPicture: '原页',
    asText: '文本',
    view: '显示方式',
    larger: '放大',
    smaller: '缩小',
    loading: '正在打开原页',
    noPicture: '原页无法显示，下面是文本。',
    noLines: '这一页没有文字。',
    picture: '{candidate}的简历，第 {n} 页',
    documentPicture: '《{candidate}》，第 {n} 页',
  },
  en: {
    marked: 'Marked',
    copy: 'Copy the words',
    copied: 'Copied',
    previous: 'Previous page',
    next: 'Next page',
    page: 'Page {n} of {pages}',
    asPicture: 'Page',
    asText: 'Text',
    view: 'View',
    larger: 'Larger',
    smaller: 'Smaller',
    loading: 'Opening the page',
    noPicture: 'The page cannot be shown; this is its text.',
    noLines: 'There is no text on this page.',
    picture: 'Resume of {candidate}, page {n}',
    documentPicture: '{candidate}, page {n}',
  },
};

const ENLARGED = 1.7;
const PICTURES_KEPT = 24;

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
const percent = (fraction) => `${fraction * 100}%`;
const kept = (globalThis.boleElements ??= {});
const pictures = (kept.pictures ??= new Map());

/** The page's picture: {image, width, height}, null while it loads, false where there is none. */
function usePicture(wanted, { of, resume, callAction }, page) {
  const key = `${of} ${resume} ${page}`;
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!wanted || pictures.has(key)) return undefined;
    let current = true;
    const keep = (picture) => {
      pictures.set(key, picture);
      if (pictures.size > PICTURES_KEPT) pictures.delete(pictures.keys().next().value);
      if (current) redraw((n) => n + 1);
    };
    callAction({ name: `${of}_page`, payload: { [of]: resume, page } }).then(
      (answer) => keep(answer?.response?.image ? answer.response : false),
      () => keep(false),
    );
    return () => {
      current = false;
    };
  }, [wanted, key]);
  return wanted ? (pictures.get(key) ?? null) : false;
}

async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Pages served without TLS from another machine have no clipboard interface.
  const area = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  return undefined;
}

function Quote({ words, marked }) {
  const [copied, setCopied] = useState(false);
  const text = marked.map((line) => line.text).join('\n');
  useEffect(() => setCopied(false), [text]);
  const label = copied ? words.copied : words.copy;
  return (
    <figure className="bole-page-quote">
      <div>
        <figcaption className="bole-quiet">
          {words.marked} L{marked[0].n}
          {marked.length > 1 && `–${marked[marked.length - 1].n}`}
        </figcaption>
        <blockquote data-testid="marked-quote">{text}</blockquote>
      </div>
      <button
        type="button"
        className="bole-button bole-button-icon"
        aria-label={label}
        title={label}
        onClick={() => copyText(text).then(() => setCopied(true))}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </button>
    </figure>
  );
}

function IconButton({ label, icon: Icon, ...button }) {
  return (
    <button type="button" className="bole-button bole-button-icon" aria-label={label} title={label} {...button}>
      <Icon aria-hidden />
    </button>
  );
}

function Views({ words, asText, setAsText, large, setLarge }) {
  return (
    <div role="group" aria-label={words.view}>
      {!asText && (
        <IconButton
          label={large ? words.smaller : words.larger}
          icon={large ? ZoomOut : ZoomIn}
          onClick={() => setLarge(!large)}
        />
      )}
      <button type="button" className="bole-button" aria-pressed={!asText} onClick={() => setAsText(false)}>
        <Image aria-hidden />
        {words.asPicture}
      </button>
      <button type="button" className="bole-button" aria-pressed={asText} onClick={() => setAsText(true)}>
        <FileText aria-hidden />
        {words.asText}
      </button>
    </div>
  );
}

function Picture({ label, words, page, picture, marked, large }) {
  if (!picture) {
    return (
      <p className="bole-quiet" role="status">
        <LoaderCircle className="bole-spin" width={15} height={15} style={{ display: 'inline', marginRight: 6 }} aria-hidden />
        {words.loading}
      </p>
    );
  }
  const size = { width: large ? percent(ENLARGED) : '100%', aspectRatio: `${picture.width} / ${picture.height}` };
  return (
    <div className="bole-sheet" tabIndex={large ? 0 : undefined}>
      <div className="bole-sheet-inner" style={size}>
        <img src={picture.image} alt={label} />
        {marked.map(({ n, text, box }) => (
          <mark
            key={n}
            data-testid="marked-line"
            data-line={n}
            aria-label={text}
            style={{
              left: `calc(${percent(box.left)} - 3px)`,
              top: `calc(${percent(box.top)} - 2px)`,
              width: `calc(${percent(box.right - box.left)} + 6px)`,
              height: `calc(${percent(box.bottom - box.top)} + 4px)`,
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Typeset({ words, lines, isMarked }) {
  if (!lines.length) return <p className="bole-quiet">{words.noLines}</p>;
  return (
    <ol className="bole-typeset">
      {lines.map((line) => (
        <li key={line.n}>
          <span>{line.n}</span>
          <span>
            {isMarked(line) ? (
              <mark data-testid="marked-line" data-line={line.n}>{line.text}</mark>
            ) : (
              line.text
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Chainlit titles the panel with the element's file name; people want the candidate's. */
function usePanelTitle(title) {
  const [panel, setPanel] = useRecoilState(sideViewState);
  useEffect(() => {
    if (panel && panel.title !== title) setPanel({ ...panel, title });
  }, [panel, title]);
}

/** The page on show; back to the marked lines whenever evidence is clicked, which always brings new lines. */
function usePage({ lines, first_line }) {
  const [turned, setTurned] = useState(null);
  const home = lines.find((line) => line.n === first_line)?.page ?? 1;
  const page = turned?.lines === lines ? turned.page : home;
  return [page, (to) => setTurned({ lines, page: to })];
}

function Sheet(props) {
  const { language, of = 'resume', candidate, file, pages, first_line, last_line, lines, has_picture } = props;
  const words = WORDS[language] ?? WORDS.en;
  const body = useRef(null);
  const [page, setPage] = usePage(props);
  const [textChosen, setAsText] = useState(false);
  const [large, setLarge] = useState(false);
  usePanelTitle(file && file !== candidate ? `${candidate} · ${file}` : candidate);

  const isMarked = (line) => line.n >= first_line && line.n <= last_line;
  const marked = lines.filter(isMarked);
  const onPage = lines.filter((line) => line.page === page);
  const hasPicture = has_picture ?? lines.some((line) => line.box);
  const asText = textChosen || !hasPicture;
  const picture = usePicture(!asText, { ...props, of }, page);
  const noPicture = !asText && picture === false;

  useLayoutEffect(() => {
    body.current?.querySelector('[data-testid="marked-line"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [lines, first_line, last_line, page, asText, large, Boolean(picture)]);

  return (
    <section className="bole" lang={language === 'zh' ? 'zh-CN' : 'en'} data-testid="resume-page" data-page={page} ref={body}>
      {marked.length > 0 && <Quote words={words} marked={marked} />}
      <div className="bole-page-bar">
        <div>
          <IconButton label={words.previous} icon={ChevronLeft} disabled={page <= 1} onClick={() => setPage(page - 1)} />
          <span aria-live="polite">{fill(words.page, { n: page, pages })}</span>
          <IconButton label={words.next} icon={ChevronRight} disabled={page >= pages} onClick={() => setPage(page + 1)} />
        </div>
        {hasPicture && (
          <Views words={words} asText={asText} setAsText={setAsText} large={large} setLarge={setLarge} />
        )}
      </div>
      {noPicture && <p className="bole-quiet">{words.noPicture}</p>}
      {asText || noPicture ? (
        <Typeset words={words} lines={onPage} isMarked={isMarked} />
      ) : (
        <Picture
          words={words}
          label={fill(of === 'document' ? words.documentPicture : words.picture, { candidate, n: page })}
          page={page}
          picture={picture}
          marked={onPage.filter((line) => isMarked(line) && line.box)}
          large={large}
        />
      )}
    </section>
  );
}

// The panel shows one element after another: for a moment this file is run with what another one is to show.
const ResumePage = (kept.ResumePage ??= function ResumePage(props) {
  return props.lines ? <Sheet {...props} /> : null;
});

export default <ResumePage {...props} callAction={callAction} />;
