// The supervisor's screens in Cockpit.
export default [];
