@terminal-trust @time-travel
Feature: Terminal upgrades
  Old firmware is upgraded before a terminal can be paired; the gate service takes care of it automatically, for so many
  terminals at once.

  Rule: Upgrades are on the event list

    Scenario: One upgrade
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the events of kiosk-1 are "2 started, 9 upgrade started, 10 upgrade done"

    Scenario: Two consecutive upgrades
      Given a server, and kiosk-1 with firmware 20190130
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And kiosk-1 has firmware 20230801
      And the events of kiosk-1 are "2 started, 9 upgrade started, 10 upgrade done, 9 upgrade started, 10 upgrade done"

    Scenario: CAS shows how far an upgrade is
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 25 %
      Then CAS shows the progress of the upgrade of kiosk-1

    Scenario: A terminal that is not registered is not upgraded
      Given a server, and kiosk-1 with firmware 20190130
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Reason: 1 not registered"
      And kiosk-1 has firmware 20190130

  Rule: At most 20 terminals are upgraded at once

    Scenario: The 21st terminal waits its turn
      Given a server with 21 terminals of firmware 20221118
      And the operator has created all 21 terminals in CAS
      When all 21 terminals are given the server host
      Then 20 terminals are being upgraded, and kiosk-21 waits for its turn
      And no more than 20 terminals were being upgraded at once while all 21 got firmware 20230801
      And kiosk-21 shows its pairing code on the error screen

  Rule: An upgrade cut in the middle is taken up again

    Scenario: The cable is pulled for half a minute
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 50 %
      And the cable of kiosk-1 is pulled
      Then kiosk-1 shows "Error 513: server not reachable, timeout"
      When the cable of kiosk-1 is connected again
      Then the upgrade of kiosk-1 goes on from 50 %
      And kiosk-1 shows its pairing code on the error screen
      And the events of kiosk-1 are "2 started, 9 upgrade started, 2 started, 10 upgrade done"

    Scenario: The cable is pulled so long that the upgrade slot is given away
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 50 %
      And the cable of kiosk-1 is pulled
      And 2 minutes pass
      And the cable of kiosk-1 is connected again
      Then the upgrade of kiosk-1 goes on from 50 %
      And kiosk-1 shows its pairing code on the error screen
      And the events of kiosk-1 are "2 started, 9 upgrade started, 11 upgrade failed, 2 started, 9 upgrade started, 10 upgrade done"

    Scenario: The terminal loses power
      Given a server, and kiosk-1 with firmware 20190130
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 50 %
      And kiosk-1 loses power for a moment
      Then the upgrade of kiosk-1 goes on from 50 %
      And kiosk-1 shows its pairing code on the error screen
      And kiosk-1 has firmware 20230801

    Scenario: The server loses power
      Given a server, and kiosk-1 with firmware 20221118
      And the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      And the upgrade of kiosk-1 to 20230801 has come to 50 %
      And the server is switched off
      Then kiosk-1 shows "Error 1: server not reachable"
      When the server is switched on
      Then the upgrade of kiosk-1 goes on from 50 %
      And kiosk-1 shows its pairing code on the error screen
