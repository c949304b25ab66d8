@terminal-trust @time-travel
Feature: States and codes
  The terminal list in CAS shows the state of every terminal; a terminal that is not in service shows why as error bits that
  add up, and the reason for which the server rejects it.

  Rule: The states of the terminal list

    Background:
      Given a server with its terminals

    Scenario: Unpaired, Online, Offline and Online again
      Given the operator has created kiosk-1 in CAS
      Then CAS lists kiosk-1 as "Unpaired"
      When the operator generates the VPN configuration of kiosk-1
      And the server host is set in the advanced administration of kiosk-1
      And the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then CAS lists kiosk-1 as "Online 🔒"
      When the cable of kiosk-1 is pulled
      Then CAS lists kiosk-1 as "Offline"
      When the cable of kiosk-1 is connected again
      Then CAS lists kiosk-1 as "Online 🔒"
      And the events of kiosk-1 are "2 started, 3 connected, 101 went offline, 102 back online, 3 connected"

    Scenario: A terminal is offline 15 seconds after it was last heard
      Given a terminal that is played over the wire is paired and keeps its session
      When 14 seconds pass
      Then CAS lists that terminal as "Online"
      When 1 second passes
      Then CAS lists that terminal as "Offline"

    Scenario: Inactive, and reason 0
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator sets kiosk-1 inactive
      Then CAS lists kiosk-1 as "Inactive"
      And kiosk-1 shows "Error 256: connection rejected"
      And kiosk-1 shows "Reason: 0 unknown"
      When the operator sets kiosk-1 active
      Then kiosk-1 reaches master

  Rule: Each rejection reason

    Background:
      Given a server with its terminals

    Scenario: 1, not registered
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Error 256: connection rejected"
      And kiosk-1 shows "Reason: 1 not registered"
      And there is no pairing request of kiosk-1 on the terminal list

    Scenario: 2, not paired
      Given the operator has created kiosk-1 in CAS
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Error 256: connection rejected"
      And kiosk-1 shows "Reason: 2 not paired"

    Scenario: 2, when gate and master contradict each other the terminal does not run between them
      Given kiosk-1 operates in Deployment Scenario B
      And a server whose gate says PAIRED and whose master rejects with reason 2 sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Reason: 2 not paired"
      When 20 seconds pass
      Then that server has been asked by kiosk-1 at most 14 times

    Scenario: 3, no exchange rate
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator sets the exchange rate to ""
      Then kiosk-1 shows "Reason: 3 no exchange rate"
      And CAS lists kiosk-1 as "Rejected: 3 no exchange rate"
      When the operator sets the exchange rate to "51000"
      Then kiosk-1 reaches master

    Scenario: 4, IP whitelist
      Given kiosk-1 is paired in Deployment Scenario A
      When the operator sets the IP whitelist to "10.0.0.5, 10.0.0.6"
      Then kiosk-1 shows "Reason: 4 IP whitelist"
      And CAS lists kiosk-1 as "Rejected: 4 IP whitelist"
      When the operator sets the IP whitelist to "10.0.0.5, 127.0.0.1"
      Then kiosk-1 reaches master through the VPN

    Scenario: 4, the IP whitelist of one terminal
      Given kiosk-1 is paired in Deployment Scenario B
      And kiosk-2 is paired in Deployment Scenario B
      When the operator sets the IP whitelist of kiosk-1 to "10.0.0.5"
      Then kiosk-1 shows "Reason: 4 IP whitelist"
      And CAS lists kiosk-1 as "Rejected: 4 IP whitelist"
      And kiosk-2 is still in service
      When the operator sets the IP whitelist of kiosk-1 to "home"
      Then CAS shows "The IP whitelist must be addresses such as 10.0.0.5, with commas between, or be empty."
      When the operator sets the IP whitelist of kiosk-1 to "10.0.0.5, 127.0.0.1"
      Then kiosk-1 reaches master
      And the events of kiosk-1 have "104 rejected: IP whitelist"

    Scenario: 5, client certificate fingerprint mismatch
      Given kiosk-1 is paired in Deployment Scenario B
      When kiosk-1 is reset to factory settings
      And the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Reason: 5 client certificate fingerprint mismatch"
      And CAS lists kiosk-1 as "Rejected: 5 client certificate fingerprint mismatch"
      And there is no pairing request of kiosk-1 on the terminal list

    Scenario: 6, outside opening hours, on both edges
      Given a terminal that is played over the wire is paired and keeps its session
      When the operator sets the opening hours to "08:02-08:04"
      And the lab clock shows 08:01:59
      Then it is not served by master with reason 6
      When the lab clock shows 08:02:00
      Then it is served by master
      When the lab clock shows 08:03:59
      Then it is served by master
      When the lab clock shows 08:04:00
      Then it is not served by master with reason 6

    Scenario: 6, outside opening hours, on the terminal's screen
      Given kiosk-1 is paired in Deployment Scenario B
      When the operator sets the opening hours to "20:00-06:00"
      Then kiosk-1 shows "Reason: 6 outside opening hours"
      When the operator sets the opening hours to ""
      Then kiosk-1 reaches master

  Rule: Each error bit

    Scenario: 1, no server host is set
      Given a server with its terminals
      Then kiosk-1 shows "Error 1: server not reachable"

    Scenario: 1, nobody listens
      Given a server with its terminals
      And kiosk-1 is paired in Deployment Scenario B
      When the server is switched off
      Then kiosk-1 shows "Error 1: server not reachable"
      When the server is switched on
      Then kiosk-1 is in service

    Scenario: 512 and 1, no answer in time
      Given a server with its terminals
      And kiosk-1 is paired in Deployment Scenario B
      When the cable of kiosk-1 is pulled
      Then kiosk-1 shows "Error 513: server not reachable, timeout"
      When the cable of kiosk-1 is connected again
      Then kiosk-1 is in service

    Scenario: 1024, unknown network error
      Given a server with its terminals
      And a server that hangs up sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Error 1024: unknown network error"

    Scenario: 2048, a terminal with another server's pin
      Given two servers with their terminals
      And kiosk-1 is paired with cas-1
      And the operator has created kiosk-1 in the CAS of cas-2
      When the server host of cas-2 is set in the advanced administration of kiosk-1
      And the operator of cas-2 compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "Error 2048: server certificate mismatch"
      And kiosk-1 is not in service

    Scenario: 2048 goes when the terminal comes back to its own server
      Given two servers with their terminals
      And kiosk-1 is paired with cas-1
      And the operator has created kiosk-1 in the CAS of cas-2
      When the server host of cas-2 is set in the advanced administration of kiosk-1
      And the operator of cas-2 compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 shows "Error 2048: server certificate mismatch"
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 is in service

    Scenario: 4096, TLS error
      Given a server with its terminals
      And a server that speaks no TLS sits on the cable of kiosk-1
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows "Error 4096: TLS error"
