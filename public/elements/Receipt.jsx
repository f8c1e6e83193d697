// What became of a drop of several files: received = read + failed, every failure named.
import { CircleX } from 'lucide-react';

const WORDS = {
  zh: {
    label: '收件回执',
    received: '收到 {n} 份',
    read: '已读取 {n} 份',
    failed: '未能读取 {n} 份',
    unscored: '未能读取的文件没有评分。',
  },
  en: {
    label: 'Receipt',
    received: '{n} received',
    read: '{n} read',
    failed: '{n} could not be read',
    unscored: 'What could not be read was not scored.',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

const kept = (globalThis.boleElements ??= {});
const Receipt = (kept.Receipt ??= function Receipt({ language, received, read, failed }) {
  const words = WORDS[language] ?? WORDS.en;
  const counts = [fill(words.received, { n: received }), fill(words.read, { n: read })];
  if (failed.length) counts.push(fill(words.failed, { n: failed.length }));
  return (
    <section
      className="bole bole-box bole-receipt"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words.label}
      data-testid="receipt"
    >
      <p className="bole-heading">{counts.join(' · ')}</p>
      {failed.length > 0 && (
        <>
          <ul className="bole-receipt-failed">
            {failed.map((failure, index) => (
              <li key={index} data-testid="failed-file">
                <CircleX aria-hidden />
                <div>
                  <p className="bole-file">{failure.message.includes(failure.file) ? failure.message : `${failure.file}: ${failure.message}`}</p>
                  <p className="bole-quiet">{failure.advice}</p>
                </div>
              </li>
            ))}
          </ul>
          <p className="bole-quiet">{words.unscored}</p>
        </>
      )}
    </section>
  );
});

export default <Receipt {...props} />;
