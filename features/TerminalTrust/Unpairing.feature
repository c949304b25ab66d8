@terminal-trust @time-travel
Feature: Unpairing steps
  Unpairing should only be done when necessary. There are two reasons for unpairing: when the terminal is stolen, or when the
  server is reinstalled or migrated.

  Background:
    Given a server with its terminals

  Rule: When the terminal is stolen

    Scenario: Deployment Scenario A, paired and connected to VPN and master service
      Given kiosk-1 is paired in Deployment Scenario A
      When the operator unpairs kiosk-1
      Then CAS lists kiosk-1 as "Unpaired"
      And kiosk-1 shows "Reason: 2 not paired"
      And kiosk-1 is not in service

    Scenario: Deployment Scenario B, paired and connected to master service
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      Then CAS lists kiosk-1 as "Unpaired"
      And kiosk-1 shows "Reason: 2 not paired"
      And kiosk-1 is not in service

    Scenario: The session of a terminal that is unpaired while online drops at once
      Given a terminal that is played over the wire is paired and keeps its session
      When the operator unpairs that terminal
      Then its session is dropped
      And it is not served by master with reason 2

    Scenario: The pairing code on the screen identifies the pairing request in CAS
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      Then kiosk-1 shows "Reason: 2 not paired"
      And at that moment the pairing request of kiosk-1 is on the terminal list

    Scenario: A stolen terminal stays outside when the operator refuses it
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      Then the pairing request of kiosk-1 is on the terminal list
      When the operator refuses the pairing request of kiosk-1
      And 30 seconds pass
      Then there is no pairing request of kiosk-1 on the terminal list
      And kiosk-1 shows "Reason: 2 not paired"
      And kiosk-1 is not in service

    Scenario: Other terminals are not disturbed
      Given kiosk-1 is paired in Deployment Scenario A
      And kiosk-2 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      And 30 seconds pass
      Then kiosk-2 is still in service

    Scenario: A terminal that was found again is paired again
      Given kiosk-1 is paired in Deployment Scenario A
      When the operator unpairs kiosk-1
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN
      And kiosk-1 has the same pairing code as before

  Rule: When the server is reinstalled or migrated

    Scenario: Unpaired for a migration, Deployment Scenario A
      Given kiosk-1 is paired in Deployment Scenario A
      When the operator unpairs kiosk-1
      And the server is migrated to another machine
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

    Scenario: Unpaired for a migration, Deployment Scenario B
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator unpairs kiosk-1
      And the server is migrated to another machine
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

    Scenario: Terminals still trust a migrated server, but all must be approved again
      Given kiosk-1 is paired in Deployment Scenario A
      And kiosk-2 is paired in Deployment Scenario B
      When the server is migrated to another machine
      Then kiosk-1 shows "Reason: 2 not paired"
      And kiosk-2 shows "Reason: 2 not paired"
      When the operator compares the fingerprint with the pairing code of kiosk-2 and approves
      Then kiosk-2 reaches master
      And kiosk-1 is not in service
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

    Scenario: After a migration the operator approves in bulk by selected fingerprints
      Given kiosk-1 is paired in Deployment Scenario B
      And kiosk-2 is paired in Deployment Scenario B
      And kiosk-3 is paired in Deployment Scenario B
      When the server is migrated to another machine
      Then kiosk-1 shows its pairing code on the error screen
      And kiosk-2 shows its pairing code on the error screen
      And kiosk-3 shows its pairing code on the error screen
      When the operator selects the fingerprints of kiosk-1 and kiosk-3 and approves them
      Then kiosk-1 reaches master
      And kiosk-3 reaches master
      And kiosk-2 is not in service

    Scenario: A server that is reinstalled under its licence key is trusted, and approving again leads back to service
      Given kiosk-1 is paired in Deployment Scenario B
      When the server is reinstalled under its licence key
      Then kiosk-1 shows its pairing code on the error screen
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

    Scenario: A server under another licence key has new keys: the terminal does not trust it
      Given kiosk-1 is paired in Deployment Scenario B
      When the server is reinstalled under another licence key
      And the operator creates kiosk-1 in CAS under its serial number
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "Error 2048: server certificate mismatch"
      And kiosk-1 is not in service

    Scenario: After a factory reset the terminal is paired with the server under another licence key
      Given kiosk-1 is paired in Deployment Scenario B
      When the server is reinstalled under another licence key
      And kiosk-1 is reset to factory settings
      And the operator creates kiosk-1 in CAS under its serial number
      And the server host is set in the advanced administration of kiosk-1
      And the operator generates the VPN configuration of kiosk-1
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

  Rule: Unpairing needs something to unpair

    Scenario: A terminal that is not paired
      Given the operator has created kiosk-1 in CAS
      When the operator unpairs kiosk-1
      Then CAS shows "This terminal is not paired."
