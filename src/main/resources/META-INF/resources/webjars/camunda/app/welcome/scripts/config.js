export default {
  customScripts: ['scripts/login.js'],
  disableWelcomeMessage: true
};
