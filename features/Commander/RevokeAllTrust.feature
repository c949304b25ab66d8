@commander
Feature: Revoke All Trust
  If a workstation needs to be removed for repair or sent to another store, all trust is revoked from the Pairing
  Relationship, and the other workstations are paired again.

  Background:
    Given a new installation

  Rule: Revoking is confirmed

    Scenario: [Revoke All Trust] asks for confirmation
      Given the manager has opened Site Security
      When [Revoke All Trust] is pressed on config-1
      Then config-1 shows
        """
        This action will remove all prior pairing relationships. All POS Workstations will need to be paired again. Are you sure you want to continue?
        """

    Scenario: [No] leaves everything as it is
      Given pos-1 is paired
      When [Revoke All Trust] is pressed on config-1
      And [No] is pressed on config-1
      Then config-1 shows "Site Security"
      And pos-1 sells over a secure link

    Scenario: [Yes] is processed
      Given pos-1 is paired
      When [Revoke All Trust] is pressed on config-1
      And the cable of config-1 is pulled
      And [Yes] is pressed on config-1 and nobody answers yet
      Then config-1 shows "Processing request. Please Wait..."
      When the cable of config-1 is connected again
      Then config-1 shows "All prior pairing relationships have been removed."

    Scenario: The processing can be seen
      Given pos-1 is paired
      When [Revoke All Trust] is pressed on config-1
      And [Yes] is pressed on config-1 and watched
      Then config-1 shows "Processing request. Please Wait..."
      And config-1 shows "All prior pairing relationships have been removed."

  Rule: After [Yes] ALL workstations need to be paired again

    Scenario: Every workstation shows the alert
      Given pos-1 and pos-2 are paired
      When the manager revokes all trust
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"
      When pos-2 logs in to Sales
      Then pos-2 shows "Sec. Alert - Pairing Invalid"
      And the manager finds no pos-1 under POS Workstations
      And the manager finds no pos-2 under POS Workstations

    Scenario: A sale under way is finished, and the alert comes after it
      Given pos-1 is paired
      When pos-1 logs in to Sales
      And [New Sale] is pressed on pos-1
      And the manager revokes all trust
      Then pos-1 still shows "Total 2.50"
      When [Pay Cash] is pressed on pos-1
      Then pos-1 shows "Sec. Alert - Pairing Invalid"

    Scenario: A workstation that was switched off learns of it when it is on again
      Given pos-1 is paired
      When pos-1 loses power
      And the manager revokes all trust
      And pos-1 has power again
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"

    Scenario: The workstations are paired again
      Given pos-1 is paired
      When the manager revokes all trust
      And pos-1 is put into pairing mode
      And the Pairing Service is started
      And pos-1 is paired and its application has started
      Then pos-1 sells over a secure link

    Scenario: A workstation that was removed without revoking is still known; revoking ends that
      Given pos-1 and pos-2 are paired
      When pos-2 is removed from the site
      Then the manager finds pos-2 not linked under POS Workstations
      When the manager revokes all trust
      Then the manager finds no pos-2 under POS Workstations

    Scenario: A pairing under way ends with the trust that it was begun under
      Given pos-1 is being paired
      When the manager revokes all trust
      And the OTP is entered on pos-1
      Then pos-1 shows "Unable to pair, please try again"
