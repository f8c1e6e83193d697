// What became of a drop of several files: received = read + failed, every failure named.
import { CircleX } from 'lucide-react';

const WORDS = {
  zh: {
    label: '收件回执',
    received: '收到 {n} 份',
    read: '已读取 {n} 份',
    failed: '未能读取 {n} 份',
    unscored: '未能读取的文件没有评分。',
    copies: '其中 {n} 份内容重复，只评估一次',
    versions: '其中 {n} 份可能是已有候选人的新版本',
    added: '已添加 {n} 份',
    notAdded: '未能添加 {n} 份',
    colon: '：',
  },
  en: {
    label: 'Receipt',
    received: '{n} received',
    read: '{n} read',
    failed: '{n} could not be read',
    unscored: 'What could not be read was not scored.',
    copies: '{n} the same as another file, assessed once',
    versions: '{n} may be a new version of a known candidate’s resume',
    added: '{n} added',
    notAdded: '{n} could not be added',
    colon: ': ',
  },
};

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

const kept = (globalThis.boleElements ??= {});
const Receipt = (kept.Receipt ??= function Receipt(props) {
  const { language, of, received, read, failed, copies, versions } = props;
  const words = WORDS[language] ?? WORDS.en;
  const postings = of !== 'resumes'; // nothing is scored
  const counts = [fill(words.received, { n: received }), fill(postings ? words.added : words.read, { n: read })];
  if (failed.length) counts.push(fill(postings ? words.notAdded : words.failed, { n: failed.length }));
  const remarks = [copies > 0 && fill(words.copies, { n: copies }), versions > 0 && fill(words.versions, { n: versions })];
  return (
    <section
      className="bole bole-box bole-receipt"
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words.label}
      data-testid="receipt"
    >
      <p className="bole-heading">{counts.join(' · ')}</p>
      {remarks.filter(Boolean).map((remark) => <p key={remark} className="bole-quiet">{remark}</p>)}
      {failed.length > 0 && (
        <>
          <ul className="bole-receipt-failed">
            {failed.map((failure, index) => (
              <li key={index} data-testid="failed-file">
                <CircleX aria-hidden />
                <div>
                  <p className="bole-file">{failure.message.includes(failure.file) ? failure.message : `${failure.file}${words.colon}${failure.message}`}</p>
                  <p className="bole-quiet">{failure.advice}</p>
                </div>
              </li>
            ))}
          </ul>
          {!postings && <p className="bole-quiet">{words.unscored}</p>}
        </>
      )}
    </section>
  );
});

export default <Receipt {...props} />;
