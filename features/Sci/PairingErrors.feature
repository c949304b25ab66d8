@sci
Feature: Pairing error reference
  What the pairing service answers to a POS of any maker when it cannot pair.

  Background:
    Given a shop with EFTPOS terminals and POSs

  Rule: Every error has its HTTP status, its code and a message

    Scenario Outline: The pairing request <request>
      When a POS of another maker sends the pairing request <request>
      Then SCI answers 400 invalid_request "Invalid request: Missing pairing_code or invalid value"

      Examples:
        | request                                            |
        | {}                                                 |
        | {"pairing_code":123456}                            |
        | {"pairing_code":""}                                |
        | {"pairing_code":"123456","pairing_nickname":[]}    |
        | ["123456"]                                         |
        | pairing_code=123456                                |

    Scenario: The API key is wrong
      When a POS of another maker sends the pairing code "123456" with a wrong key
      Then SCI answers 401 api_key_invalid "API key invalid: Invalid Pairing API Secret Key"

    Scenario: The API key is missing
      When a POS of another maker sends the pairing code "123456" with no key
      Then SCI answers 401 api_key_missing "API key missing: Authorization header missing"

    Scenario: The terminal is not connected to an authorised tenant
      Given eftpos-1 belongs to tenant-foreign
      And pairing has been initiated on eftpos-1
      When a POS of another maker sends the pairing code of eftpos-1 with the test key
      Then SCI answers 403 pairing_route_forbidden "Pairing route forbidden: Terminal not connected to an authorised tenant"

    Scenario: A test key against a live environment
      Given eftpos-1 belongs to tenant-live
      And pairing has been initiated on eftpos-1
      When a POS of another maker sends the pairing code of eftpos-1 with the test key
      Then SCI answers 403 test_api_key_forbidden_for_live_pairing "Test API key forbidden for live pairing: Test key used against a live environment"
      When a POS of another maker sends the pairing code of eftpos-1 with the live key
      Then SCI answers 200

    Scenario: The pairing code is not found
      When a POS of another maker sends the pairing code "no code" with the test key
      Then SCI answers 404 pairing_not_found "Pairing not found: Pairing not found"

    Scenario: The pairing has already progressed
      Given sci-pos-1 waits for the confirmation on eftpos-1
      When a POS of another maker sends the pairing code of eftpos-1 with the test key
      Then SCI answers 422 pairing_not_initial "Pairing not initial: Pairing already progressed, expired, or revoked"

  Rule: The POS displays the error from the API

    Scenario: A terminal of a foreign tenant
      Given eftpos-1 belongs to tenant-foreign
      And pairing has been initiated on eftpos-1
      When the pairing code of eftpos-1 is entered on sci-pos-1
      Then sci-pos-1 shows "Pairing route forbidden: Terminal not connected to an authorised tenant"
      And sci-pos-1 has no pairing
