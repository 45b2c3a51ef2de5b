// The web application's own log-in is shut (one log-in for everything): whoever lands there goes to ours.
const toOurLogIn = () => {
  if (/^#!?\/login/.test(window.location.hash)) window.location.replace('/login?logout');
};
window.addEventListener('hashchange', toOurLogIn);
toOurLogIn();

export default {};
