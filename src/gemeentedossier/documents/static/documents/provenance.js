// A sentence tells where it comes from: click it, or walk to it with the arrow keys and press Enter or Space.
// Without this script the figures after the sentences lead to the list of sources at the end.

function start(paper) {
  const panel = paper.querySelector('[data-paper-panel]');
  const quote = panel.querySelector('[data-paper-quote]');
  const reasons = panel.querySelector('[data-paper-reasons]');
  const tools = paper.querySelector('[data-paper-tools]');
  const toggle = paper.querySelector('[data-paper-marks]');
  const sentences = Array.from(paper.querySelectorAll('.paper-s'));
  let current = sentences[0];
  let opened = null;

  // One stop for the Tab key instead of thousands: the arrow keys go on from there.
  function stopAt(sentence) {
    current.tabIndex = -1;
    current = sentence;
    current.tabIndex = 0;
  }

  function reason(token) {
    const [number, field] = token.split('.');
    const source = document.getElementById(`source-${number}`);
    const copy = source.cloneNode(true);
    copy.removeAttribute('id');
    copy.removeAttribute('tabindex');
    if (field !== undefined) {
      copy.querySelectorAll('.paper-fields li').forEach((item, at) => {
        if (at !== Number(field)) item.remove();
      });
      copy.querySelector('.paper-fields p')?.remove();
    }
    return copy;
  }

  function open(sentence) {
    opened?.classList.remove('paper-s-open');
    opened = sentence;
    stopAt(sentence);
    sentence.classList.add('paper-s-open');
    quote.textContent = sentence.textContent;
    reasons.replaceChildren(...sentence.dataset.sources.split(' ').map(reason));
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.querySelector('h2').focus({ preventScroll: true });
    paper.dispatchEvent(new CustomEvent('paper:source', { bubbles: true, detail: { id: sentence.id } }));
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    opened.classList.remove('paper-s-open');
    opened.focus({ preventScroll: true });
    opened = null;
  }

  function walk(step) {
    const next = sentences[sentences.indexOf(current) + step];
    if (!next) return;
    stopAt(next);
    next.focus();
  }

  paper.addEventListener('click', (event) => {
    const mark = event.target.closest('.paper-marks a');
    const sentence = mark ? mark.parentElement.previousElementSibling : event.target.closest('.paper-s');
    if (!sentence || (!mark && event.target.closest('a'))) return;
    if (!mark && !window.getSelection().isCollapsed) return;
    event.preventDefault();
    open(sentence);
  });

  paper.addEventListener('keydown', (event) => {
    if (!event.target.classList.contains('paper-s')) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    if (event.key in steps) walk(steps[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') open(event.target);
    else return;
    event.preventDefault();
  });

  paper.addEventListener('focusin', (event) => {
    if (event.target.classList.contains('paper-s')) stopAt(event.target);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  panel.querySelector('[data-paper-close]').addEventListener('click', close);

  toggle.addEventListener('click', () => {
    const next = toggle.dataset.paperMarks;
    toggle.dataset.paperMarks = toggle.textContent;
    toggle.textContent = next;
    paper.classList.toggle('paper-marked');
  });

  paper.querySelectorAll('.paper-marks a').forEach((mark) => { mark.tabIndex = -1; });
  paper.classList.add('paper-live');
  tools.hidden = false;
  if (current) current.tabIndex = 0;
}

document.querySelectorAll('[data-paper]').forEach(start);
