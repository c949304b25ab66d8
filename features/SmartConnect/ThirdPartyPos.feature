@smartconnect @time-travel
Feature: A POS of another maker
  An unmodified client pairs, pays and polls: form-urlencoded in, JSON out, paths in any case, exact texts.

  Rule: Pairing

    Scenario Outline: It pairs by <path>
      Given a SmartConnect site
      And pairing has been initiated on payment-1
      When a POS of another maker pairs by PUT <path> with the code of payment-1
        | field           | value          |
        | POSRegisterID   | db/1f0e        |
        | POSRegisterName | Front counter  |
        | POSBusinessName | Smith & Sons   |
        | POSVendorName   | Some Vendor    |
        | Contact Name    | Ann Smith      |
        | ZipCode         | 1010           |
      Then it is answered 200 '{"result":"success"}'
      And any page may read the answer
      And payment-1 shows "Front counter (db/1f0e) is paired with this device."

      Examples:
        | path                |
        | /POS/Pairing/{code} |
        | /pos/pairing/{code} |

    Scenario: An invalid code
      Given a SmartConnect site
      When a POS of another maker sends PUT /POS/Pairing/ABC
        | field           | value |
        | POSRegisterID   | 1     |
        | POSBusinessName | B     |
        | POSVendorName   | V     |
      Then it is answered 400 '{"error":"Invalid Pairing Code. Please make sure you entered the code correctly"}'
      And any page may read the answer

    Scenario: A client that leaves POSRegisterName out
      Given a SmartConnect site
      And pairing has been initiated on payment-1
      When a POS of another maker pairs by PUT /POS/Pairing/{code} with the code of payment-1
        | field           | value |
        | POSRegisterID   | 1     |
        | POSBusinessName | B     |
        | POSVendorName   | V     |
      Then it is answered 200 '{"result":"success"}'

    Scenario: A strict site demands POSRegisterName
      Given a SmartConnect site that demands the name of a register
      And pairing has been initiated on payment-1
      When a POS of another maker pairs by PUT /POS/Pairing/{code} with the code of payment-1
        | field           | value |
        | POSRegisterID   | 1     |
        | POSBusinessName | B     |
        | POSVendorName   | V     |
      Then it is answered 400 '{"error":"POSRegisterName is required"}'
      And payment-1 displays the code

    Scenario: Pairing is PUT, not POST
      Given a SmartConnect site
      When a POS of another maker sends an empty POST /POS/Pairing/ABC
      Then it is answered 404

    Scenario: A page in a browser may call the API
      Given a SmartConnect site
      When a browser asks whether it may PUT /POS/Pairing/ABC
      Then it is answered 204
      And any page may read the answer

  Rule: Transactions

    Scenario: A register that is not paired
      Given a SmartConnect site
      When a POS of another maker sends POST /POS/Transaction
        | field           | value         |
        | POSRegisterID   | 1             |
        | POSBusinessName | B             |
        | POSVendorName   | V             |
        | TransactionMode | ASYNC         |
        | TransactionType | Card.Purchase |
        | AmountTotal     | 1250          |
      Then it is answered 400 '{"error":"This register is not paired to a device, please pair it first."}'

    Scenario: It pays and polls
      Given a SmartConnect site
      And register-1 is paired with payment-1
      When a POS of another maker sends POST /POS/Transaction
        | field           | value            |
        | POSRegisterID   | register-1       |
        | POSBusinessName | PairingLab Store |
        | POSVendorName   | PairingLab POS   |
        | TransactionMode | ASYNC            |
        | TransactionType | Card.Purchase    |
        | AmountTotal     | 1250             |
      Then it is answered 200
      And the transaction is PENDING
      And its data has
        | field           | value            |
        | PosVendor       | PairingLab POS   |
        | PosRegisterID   | register-1       |
        | PosBusinessName | PairingLab Store |
        | AmountTotal     | 1250             |
        | DeviceID        | payment-1        |
        | Function        | Card.Purchase    |
      When it polls
      Then the transaction is PENDING
      When it polls
      Then it is answered 429
      And it may come again in 2 seconds
      When 30 seconds pass
      And it polls
      Then its data has
        | field             | value               |
        | TransactionResult | OK-DELAYED          |
        | Result            | DELAYED-TRANSACTION |
      When the payment is approved on payment-1
      And 2 seconds pass
      And it polls
      Then the transaction is COMPLETED
      And its data has
        | field             | value            |
        | TransactionResult | OK-ACCEPTED      |
        | Result            | OK               |
        | AmountTotal       | 1250             |
        | CardPan           | ....1111         |
      When 15 minutes pass
      And it polls
      Then it is answered 401 '{"error":"Token expired"}'

    Scenario: The device is offline
      Given a SmartConnect site
      And register-1 is paired with payment-1
      And payment-1 has no power
      When a POS of another maker sends POST /POS/Transaction
        | field           | value            |
        | POSRegisterID   | register-1       |
        | POSBusinessName | PairingLab Store |
        | POSVendorName   | PairingLab POS   |
        | TransactionMode | ASYNC            |
        | TransactionType | Card.Purchase    |
        | AmountTotal     | 1250             |
      And 61 seconds pass
      And it polls
      Then the transaction is COMPLETED
      And its data has
        | field             | value            |
        | TransactionResult | CANCELLED        |
        | Result            | FAILED-INTERFACE |

    Scenario: A function that the device does not have
      Given a SmartConnect site whose devices lack Card.CashAdvance
      And register-1 is paired with payment-1
      When a POS of another maker sends POST /POS/Transaction
        | field           | value            |
        | POSRegisterID   | register-1       |
        | POSBusinessName | PairingLab Store |
        | POSVendorName   | PairingLab POS   |
        | TransactionMode | ASYNC            |
        | TransactionType | Card.CashAdvance |
        | AmountTotal     | 1250             |
      And 5 seconds pass
      And it polls
      Then its data has
        | field             | value          |
        | TransactionResult | OK-UNAVAILABLE |
