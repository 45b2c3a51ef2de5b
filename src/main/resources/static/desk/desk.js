// Fetches a household's four blocks when its row is opened; without this script the row links to the case.
document.addEventListener('toggle', async event => {
  const details = event.target;
  if (!(details instanceof HTMLDetailsElement) || !details.open || !details.dataset.blocks) return;
  const address = details.dataset.blocks;
  delete details.dataset.blocks;
  const place = details.querySelector('.late');
  place.textContent = 'Loading …';
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    place.innerHTML = await answer.text();
  } catch (error) {
    details.dataset.blocks = address;
    place.textContent = 'This could not be loaded (' + error.message + '). Close and open the row to try again.';
  }
}, true);
