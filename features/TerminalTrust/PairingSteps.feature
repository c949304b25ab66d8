@terminal-trust @time-travel
Feature: Pairing steps
  The recommended steps to pair a terminal differ based on the terminal's current state and the version installed on it.
  The server version is at least 20230801.

  Rule: Terminal firmware version 20230801 (or newer)

    Scenario Outline: Firmware <firmware>, Deployment Scenario A, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 was paired in past to this server and has VPN configuration already generated
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20230801 |
        | 20240105 |

    Scenario Outline: Firmware <firmware>, Deployment Scenario A, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the operator generates the VPN configuration of kiosk-1
      And the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20230801 |
        | 20240105 |

    Scenario Outline: Firmware <firmware>, Deployment Scenario B, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20230801 |
        | 20240105 |

    Scenario Outline: Firmware <firmware>, Deployment Scenario B, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 was paired in past to this server
      When the server host is set in the advanced administration of kiosk-1
      Then kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20230801 |
        | 20240105 |

  Rule: Terminal firmware between 20190130 and 20230801: gate takes care of the upgrade to version 20230801

    Scenario Outline: Firmware <firmware>, upgraded once, Deployment Scenario A, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 was paired in past to this server and has VPN configuration already generated
      When the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20190131 |
        | 20230731 |

    Scenario Outline: Firmware <firmware>, upgraded once, Deployment Scenario A, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the operator generates the VPN configuration of kiosk-1
      And the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20190131 |
        | 20230731 |

    Scenario Outline: Firmware <firmware>, upgraded once, Deployment Scenario B, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20190131 |
        | 20230731 |

    Scenario Outline: Firmware <firmware>, upgraded once, Deployment Scenario B, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 was paired in past to this server
      When the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20190131 |
        | 20230731 |

  Rule: Terminal firmware 20190130 and older: gate takes care of two consecutive upgrades

    Scenario Outline: Firmware <firmware>, upgraded twice, Deployment Scenario A, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 was paired in past to this server and has VPN configuration already generated
      When the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20221118 and then to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20190130 |
        | 20170630 |

    Scenario Outline: Firmware <firmware>, upgraded twice, Deployment Scenario A, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario A
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the operator generates the VPN configuration of kiosk-1
      And the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20221118 and then to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master through the VPN

      Examples:
        | firmware |
        | 20190130 |
        | 20170630 |

    Scenario Outline: Firmware <firmware>, upgraded twice, Deployment Scenario B, never paired
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 has never been paired to this server
      When the operator creates kiosk-1 in CAS under its serial number
      And the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20221118 and then to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20190130 |
        | 20170630 |

    Scenario Outline: Firmware <firmware>, upgraded twice, Deployment Scenario B, paired in past
      Given a server, and kiosk-1 with firmware <firmware>
      And kiosk-1 operates in Deployment Scenario B
      And kiosk-1 was paired in past to this server
      When the server host is set in the advanced administration of kiosk-1
      Then gate upgrades kiosk-1 to 20221118 and then to 20230801 by itself
      And kiosk-1 shows its pairing code on the error screen
      And the pairing request of kiosk-1 is on the terminal list
      When the operator compares the fingerprint with the pairing code of kiosk-1 and approves
      Then kiosk-1 reaches master

      Examples:
        | firmware |
        | 20190130 |
        | 20170630 |
