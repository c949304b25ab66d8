@terminal-trust @time-travel
Feature: Restored terminals, factory resets and power cuts
  A terminal makes its key and certificate on first boot and keeps them over restores; a factory reset breaks trust.

  Rule: A restored terminal has the same identity

    Scenario: It is in service again without a new approval
      Given a server with its terminals
      And kiosk-1 is paired in Deployment Scenario A
      When kiosk-1 is restored
      Then kiosk-1 shows "No server host is set."
      And kiosk-1 has the same pairing code as before
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 reaches master through the VPN

    Scenario: It still trusts its own server only
      Given two servers with their terminals
      And kiosk-1 is paired with cas-1
      And the operator has created kiosk-1 in the CAS of cas-2
      When kiosk-1 is restored
      And the server host of cas-2 is set in the advanced administration of kiosk-1
      And the operator of cas-2 compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "Error 2048: server certificate mismatch"

  Rule: A factory reset makes a new identity

    Scenario: The terminal is unpaired in CAS, approved again and served
      Given a server with its terminals
      And kiosk-1 is paired in Deployment Scenario A
      When kiosk-1 is reset to factory settings
      Then kiosk-1 has another pairing code than before
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Reason: 5 client certificate fingerprint mismatch"
      When the operator unpairs kiosk-1
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

    Scenario: The old identity is no longer served
      Given a server with its terminals
      And a terminal that is played over the wire is paired and keeps its session
      When the operator unpairs that terminal
      And a new identity of that terminal is approved
      Then the new identity is served by master
      And the old identity is not served by master with reason 2
      And the old identity is rejected by gate with reason 5

    Scenario: A terminal that is paired elsewhere is freed by a factory reset
      Given two servers with their terminals
      And kiosk-1 is paired with cas-1
      And the operator has created kiosk-1 in the CAS of cas-2
      When kiosk-1 is reset to factory settings
      And kiosk-1 is changed to Deployment Scenario B
      And the server host of cas-2 is set in the advanced administration of kiosk-1
      And the operator of cas-2 compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 is in service

  Rule: Power cuts

    Background:
      Given a server with its terminals

    Scenario: A paired terminal loses power
      Given kiosk-1 is paired in Deployment Scenario A
      When kiosk-1 loses power for a moment
      Then kiosk-1 reaches master through the VPN
      And kiosk-1 has the same pairing code as before

    Scenario: The server loses power: it keeps its ports, its keys and whom it trusts
      Given kiosk-1 is paired in Deployment Scenario A
      When the server is switched off
      Then kiosk-1 shows "Error 1: server not reachable"
      When the server is switched on
      Then kiosk-1 reaches master through the VPN

    Scenario: A terminal that waits for the operator loses power
      Given kiosk-1 waits for the operator
      And the operator has generated the VPN configuration of kiosk-1
      When kiosk-1 loses power for a moment
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

  Rule: The cable is pulled on the way

    Background:
      Given a server with its terminals
      And kiosk-1 waits for the operator

    Scenario: Before the operator approves
      Given the operator has generated the VPN configuration of kiosk-1
      When the cable of kiosk-1 is pulled
      And the operator approves kiosk-1 with the pairing code that was noted
      And 1 minute passes
      Then CAS lists kiosk-1 as "Offline"
      When the cable of kiosk-1 is connected again
      Then kiosk-1 reaches master through the VPN

    Scenario: A request is gone when its terminal has not asked for ten minutes
      When the cable of kiosk-1 is pulled
      And 10 minutes pass
      Then there is no pairing request of kiosk-1 on the terminal list
      When the cable of kiosk-1 is connected again
      Then the pairing request of kiosk-1 is on the terminal list

    Scenario: A slow network only takes longer
      Given the operator has generated the VPN configuration of kiosk-1
      When the network of kiosk-1 is slow
      And the operator approves kiosk-1 with the pairing code that was noted
      Then kiosk-1 is in service
