@terminal-trust @browser @time-travel
Feature: Terminals and CAS in the browser
  The pages of CAS and of the terminals are worked as a person works them: everything is found by its label and its role.

  Rule: A terminal is paired on its pages

    Scenario: Two-factor sign-in, a new terminal, its VPN configuration, approval, and the lock mark
      Given a server with its terminals
      When kiosk-1 is paired in Deployment Scenario A
      Then kiosk-1 reaches master through the VPN

    Scenario: The fingerprint is compared by pieces
      Given a server with its terminals
      And kiosk-1 waits for the operator
      When the operator compares piece 2 of the pairing code of kiosk-1
      Then CAS shows "Matches: piece 2."
      And the whole fingerprint and its pieces are shown for kiosk-1

    Scenario: An old terminal is upgraded, and its page shows how far it is
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 25 %
      Then kiosk-1 shows its pairing code on the error screen

    Scenario: A stolen terminal is unpaired in the action menu
      Given a server with its terminals
      And kiosk-1 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      Then CAS lists kiosk-1 as "Unpaired"
      And kiosk-1 shows "Reason: 2 not paired"

    Scenario: Many are approved by selected fingerprints
      Given a server with its terminals
      And kiosk-1 waits for the operator
      And kiosk-2 waits for the operator
      And kiosk-3 waits for the operator
      When the operator selects the fingerprints of kiosk-1 and kiosk-3 and approves them
      Then kiosk-1 shows "VPN connection error"
      And kiosk-3 shows "VPN connection error"
      And kiosk-2 shows its pairing code on the error screen
