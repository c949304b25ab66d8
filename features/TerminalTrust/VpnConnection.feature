@terminal-trust @time-travel
Feature: VPN connection
  In Deployment Scenario A the server hands out the VPN configuration; in Deployment Scenario B the VPN is outside the terminal.

  Background:
    Given a server with its terminals

  Rule: If the terminal displays "VPN connection error" the VPN configuration was probably not generated

    Scenario: The VPN configuration was not generated
      Given the operator has created kiosk-1 in CAS
      And the server host is set in the advanced administration of kiosk-1
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "VPN connection error"
      And CAS lists kiosk-1 as "Offline"
      And CAS shows that the VPN configuration of kiosk-1 is not generated

    Scenario: Once it is generated the terminal comes into service by itself
      Given the operator has created kiosk-1 in CAS
      And the server host is set in the advanced administration of kiosk-1
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "VPN connection error"
      When the operator generates the VPN configuration of kiosk-1
      Then CAS shows that the VPN configuration of kiosk-1 is generated
      And kiosk-1 reaches master through the VPN

    Scenario: In Deployment Scenario B no VPN configuration is needed
      When kiosk-1 is paired in Deployment Scenario B
      Then kiosk-1 reaches master
      And kiosk-1 does not show "VPN connection error"

  Rule: The VPN files of a terminal

    Background:
      Given kiosk-1 is paired in Deployment Scenario A

    Scenario: Unpairing keeps the VPN files
      When the operator unpairs kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And kiosk-1 has its VPN files

    Scenario: A terminal with an old VPN configuration fetches the new one
      When the operator generates the VPN configuration of kiosk-1
      And kiosk-1 loses power for a moment
      Then kiosk-1 reaches master through the VPN

    Scenario: A terminal that is moved to the other deployment scenario loses the lock mark
      When kiosk-1 is changed to Deployment Scenario B
      Then kiosk-1 reaches master
