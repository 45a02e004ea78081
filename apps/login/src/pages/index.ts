export { choosePersonPage } from './choose-person.js'
export { loggedOutPage, logoutPage, problemPage } from './notices.js'
export { pageHeaders } from './page.js'
