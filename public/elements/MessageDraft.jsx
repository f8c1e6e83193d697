// A message to a candidate that nobody has sent: edited here, copied, and sent by a person.
// The component is kept on globalThis because Chainlit evaluates this file again at every update.
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';

const WORDS = {
  zh: {
    invite: '面试邀请',
    decline: '婉拒',
    rules: '由规则撰写（未使用语言模型）',
    model: '由语言模型撰写',
    text: '消息正文',
    copy: '复制',
    copied: '已复制',
    byHand: '已选中全文，请按 Ctrl+C 复制。',
  },
  en: {
    invite: 'Invitation',
    decline: 'Refusal',
    rules: 'Written by rules, without a language model',
    model: 'Written by a language model',
    text: 'Text of the message',
    copy: 'Copy',
    copied: 'Copied',
    byHand: 'All of it is selected: press Ctrl+C to copy.',
  },
};

const LETTERS_A_ROW = 44; // of a narrow window; a wide one shows a few empty rows at most

/** Rows in which the text stands without scrolling. */
const rows = (text) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_ROW)), 1);

const kept = (globalThis.boleElements ??= {});
const MessageDraft = (kept.MessageDraft ??= function MessageDraft({ language, kind, by, text: written }) {
  const words = WORDS[language] ?? WORDS.en;
  const [text, setText] = useState(written);
  const [told, setTold] = useState('');
  const area = useRef(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold(words.copied);
    } catch {
      area.current.select(); // without HTTPS, or where the browser forbids it
      setTold(words.byHand);
    }
  };
  return (
    <section
      className="bole bole-box bole-postings bole-draft"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words[kind]}
      data-testid="message-draft"
      data-kind={kind}
    >
      <header>
        <h3 className="bole-heading">{words[kind]}</h3>
        <span className="bole-label">{words[by]}</span>
      </header>
      <div className="bole-posting-editor">
        <textarea
          ref={area}
          aria-label={words.text}
          rows={Math.min(24, rows(text))}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setTold('');
          }}
        />
        <div className="bole-library-buttons">
          <button type="button" className="bole-button" onClick={copy}>
            {told === words.copied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {told === words.copied ? words.copied : words.copy}
          </button>
          <span role="status" className="bole-quiet">{told === words.byHand ? told : ''}</span>
        </div>
      </div>
    </section>
  );
});

export default <MessageDraft {...props} />;
