//! The types of requests and replies.

pub use super::business_onboarding::{
    BusinessIdentifier, CheckInstitute, IdentityDocument, Institute, LegalForm, Lei,
    PrimaryBusinessIdentifier, RegB2bId, RegB2bIds,
};
pub use super::credit_note::{
    CdNote, CdNoteConfirmation, CdNoteSupplierDetails, CdNoteTransactionDetails, EInvoiceInfo,
};
pub use super::financing::{
    B2bPan, FinanceId, FinanceRequest, FinancingInvoice, InvoiceTransactionDetails,
};
pub use super::ids::{
    B2bId, InvoiceObjectId, OrganisationObjectId, PaymentObjectId, SupplierInvoiceNumber, Utr,
};
pub use super::invoice::{BuyerResponse, InvoiceConfirmation};
pub use super::payment::{
    InvoiceAmount, InvoicePayInfo, InvoicePaymentAmount, Payment, PaymentAmount, PaymentMode,
    PaymentSplit, PaymentType, SupplierBankAccountDetails,
};
pub use super::purchase_order::{
    AddressDetail, BatchDetails, OrderItem, PurchaseOrder, TypedValue,
};
pub use super::shared::{
    AdditionalInfo, B2bIds, BuyerDetails, BuyerSupplierIds, ContactNumber, Device, ObjectVersion,
    PlainBuyerSupplierIds, PostalAddress, StatusTransition, SupplierDetails, Tag,
};
pub use crate::models::Currency;
