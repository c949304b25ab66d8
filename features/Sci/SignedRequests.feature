@sci @time-travel
Feature: Signed requests
  Every request to the SCI API is signed with the pairing's key. A POS of any maker can talk to it.

  Background:
    Given a shop with EFTPOS terminals and POSs
    And a POS of another maker is paired with eftpos-1

  Rule: The signature covers method, authority, request target and the digest of the body

    Scenario: A signed request is answered
      When it asks for GET /v1/pairing-info
      Then SCI answers 200

    Scenario: A request without a signature
      When it asks for GET /v1/pairing-info without a signature
      Then SCI answers 401 no_valid_signatures_found "No valid signatures found"

    Scenario: The authority may be signed without its port
      When it asks for GET /v1/pairing-info and signs the host without its port
      Then SCI answers 200

    Scenario: The authority of another server
      When it asks for GET /v1/pairing-info and signs the host of another server
      Then SCI answers 401 no_valid_signatures_found "No valid signatures found"

    Scenario: Unpair without a body, and once more with an empty object
      When it asks for POST /v1/unpair
      Then SCI answers 204
      When it posts to /v1/unpair the body {}
      Then SCI answers 401 no_active_pairings_found "No active pairings found"

  Rule: The clock of the POS may be off by five seconds

    Scenario Outline: A clock that is <seconds> seconds <way>
      When it asks for GET /v1/pairing-info with its clock <seconds> seconds <way>
      Then SCI answers <status>

      Examples:
        | seconds | way  | status |
        | 5       | slow | 200    |
        | 5       | fast | 200    |
        | 6       | slow | 401    |
        | 6       | fast | 401    |

    Scenario: A request that somebody has listened to is sent again later
      When it asks for GET /v1/pairing-info, and somebody sends the same request again after 6 seconds
      Then SCI answers 401 no_valid_signatures_found "No valid signatures found"

  Rule: Errors come in the same envelope whatever is asked

    Scenario: A route that does not exist
      When it asks for GET /v1/pairings
      Then SCI answers 404 not_found "Route not found"

    Scenario: A purchase without an amount
      When it posts to /v1/transactions the body {"purchase_details":{}}
      Then SCI answers 400 invalid_request "Invalid request"

    Scenario: A web POS may call it from its own page
      When a page of another origin asks the browser whether it may call /v1/pairing-info
      Then it may, with the headers "Authorization, Content-Type, Content-Digest, Signature, Signature-Input"
